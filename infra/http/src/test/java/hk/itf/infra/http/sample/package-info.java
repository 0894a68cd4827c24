/** A sample application on top of the HTTP platform, a library of books. Exists in tests only. */
@NullMarked
package hk.itf.infra.http.sample;

import org.jspecify.annotations.NullMarked;
