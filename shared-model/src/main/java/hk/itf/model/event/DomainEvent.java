package hk.itf.model.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.model.duty.TakenDuty;
import hk.itf.model.id.PersonId;
import java.util.List;

/** A fact that one service publishes to the others. Events are records without names, addresses or bank details. */
public sealed interface DomainEvent permits ApplicationEvent, AssessmentEvent, DisbursementEvent {

    @JsonIgnore
    AggregateKey aggregate();

    /** The person who acted; {@link PersonId#SYSTEM} for acts of time, events or the bank. */
    PersonId actor();

    /** The duties that people took by the act this event reports; empty for most events. Not part of the JSON. */
    @JsonIgnore
    default List<TakenDuty> duties() {
        return List.of();
    }
}
