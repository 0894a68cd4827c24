/** Plain SQL beside Hibernate. */
@NullMarked
package hk.itf.infra.sql;

import org.jspecify.annotations.NullMarked;
