/** Reads and checks scheme files and picks the version that applies to a case. */
@NullMarked
package hk.itf.model.scheme.catalogue;

import org.jspecify.annotations.NullMarked;
