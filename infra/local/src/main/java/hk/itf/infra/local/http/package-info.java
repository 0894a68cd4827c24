/** The one HTTP client of the demo, the end-to-end tests and the tools. */
@NullMarked
package hk.itf.infra.local.http;

import org.jspecify.annotations.NullMarked;
