package hk.itf.model.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.model.duty.TakenDuty;
import hk.itf.model.id.PersonId;
import java.util.List;

/** A fact that one service tells the others. Records only; names, addresses and bank details never enter one. */
public sealed interface DomainEvent permits ApplicationEvent, AssessmentEvent, DisbursementEvent {

    @JsonIgnore
    AggregateKey aggregate();

    /** Who acted; {@link PersonId#SYSTEM} where time or money did. */
    PersonId actor();

    /** The duties that people took by the act this event reports; empty for most events. Not part of the JSON. */
    @JsonIgnore
    default List<TakenDuty> duties() {
        return List.of();
    }
}
