/** The one way the platform writes values as JSON, reads them back and hashes text. */
@NullMarked
package hk.itf.model.json;

import org.jspecify.annotations.NullMarked;
