/** The files of the folder {@code infra/kafka}: topics, principals and permissions, as a production broker gets them. */
@NullMarked
package hk.itf.infra.local.broker;

import org.jspecify.annotations.NullMarked;
