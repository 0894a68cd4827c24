/** Values that all parts of a scheme use: ids, texts in three languages, sources, date ranges. */
@NullMarked
package hk.itf.model.scheme.value;

import org.jspecify.annotations.NullMarked;
