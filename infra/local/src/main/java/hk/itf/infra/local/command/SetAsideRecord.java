package hk.itf.infra.local.command;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record that a service has set aside, because it is no event.
 *
 * @param id the number of the record in the service
 * @param key the key as text, for an event the id of its aggregate; null when the record has none
 * @param since when it was set aside, ISO-8601
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SetAsideRecord(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        String reason,
        String since) {}
