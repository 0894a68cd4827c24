/** Ids, one record for each kind. Use cases draw UUIDv7 ids, or derive an id from its cause. */
@NullMarked
package hk.itf.model.id;

import org.jspecify.annotations.NullMarked;
