/** One record per identity. Ids are UUIDv7 drawn in the use case, or derived from what caused them. */
@NullMarked
package hk.itf.model.id;

import org.jspecify.annotations.NullMarked;
