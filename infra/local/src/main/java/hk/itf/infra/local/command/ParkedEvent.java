package hk.itf.infra.local.command;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * An event that a service could not apply. Later events of the same aggregate wait behind it.
 *
 * @param source the service that published the event
 * @param type the kind of aggregate
 * @param id the id of the aggregate
 * @param sequence the number of the event within its aggregate, from 1
 * @param eventType the wire type, such as {@code itf.application.submitted.v1}
 * @param since time of the failure, ISO-8601
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ParkedEvent(
        String source, String type, String id, long sequence, String eventType, String reason, String since) {

    @Override
    public String toString() {
        return "%s of %s %s from %s".formatted(eventType, type, id, source);
    }
}
