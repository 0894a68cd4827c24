/** Other engines that the platform is compared with, driven by the same client. */
@NullMarked
package hk.itf.infra.benchmark.peer;

import org.jspecify.annotations.NullMarked;
