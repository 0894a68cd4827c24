/** Tests of the local stack with real servers in temporary folders. */
@NullMarked
package hk.itf.infra.local;

import org.jspecify.annotations.NullMarked;
