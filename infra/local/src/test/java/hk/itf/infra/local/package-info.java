/** The local stack's own tests: real servers, in folders of their own. */
@NullMarked
package hk.itf.infra.local;

import org.jspecify.annotations.NullMarked;
