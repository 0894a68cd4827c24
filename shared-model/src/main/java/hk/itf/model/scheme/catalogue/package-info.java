/** Reads and checks scheme files and selects the version that applies to an application. */
@NullMarked
package hk.itf.model.scheme.catalogue;

import org.jspecify.annotations.NullMarked;
