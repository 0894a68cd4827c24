package hk.itf.infra.local.command;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * An event a service could not apply, behind which the later ones of its aggregate wait.
 *
 * @param source the service that published it
 * @param type the kind of aggregate
 * @param id the aggregate
 * @param sequence the event's number within its aggregate, from 1
 * @param eventType the wire type
 * @param since ISO-8601
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ParkedEvent(
        String source, String type, String id, long sequence, String eventType, String reason, String since) {}
