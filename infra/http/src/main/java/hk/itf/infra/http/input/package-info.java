/** Strict reading of requests: JSON bodies, path and query parameters, texts. */
@NullMarked
package hk.itf.infra.http.input;

import org.jspecify.annotations.NullMarked;
