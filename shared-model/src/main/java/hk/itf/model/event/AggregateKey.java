package hk.itf.model.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The aggregate that an event is about. Events of one source with one key are numbered without gaps and applied in that
 * order. The id is also the Kafka key.
 *
 * @param type {@code grant}, {@code scheme} or {@code organisation}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AggregateKey(String type, String id) {

    public static AggregateKey grant(Object grant) {
        return new AggregateKey("grant", grant.toString());
    }

    public static AggregateKey scheme(Object scheme) {
        return new AggregateKey("scheme", scheme.toString());
    }

    public static AggregateKey organisation(Object organisation) {
        return new AggregateKey("organisation", organisation.toString());
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
