package hk.itf.model.duty;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import java.util.List;
import java.util.stream.Stream;

/** One duty that one person took for a grant. {@link PersonId#SYSTEM} is not a person and takes no duty. */
public record TakenDuty(GrantId grant, PersonId person, Duty duty) {

    /** The duty of the person who acted; empty where the system acted. */
    public static List<TakenDuty> by(PersonId actor, GrantId grant, Duty duty) {
        return actor.equals(PersonId.SYSTEM) ? List.of() : List.of(new TakenDuty(grant, actor, duty));
    }

    /**
     * The duties behind a decision: the decider decided and each voter scored. A decider who is also listed as a voter
     * holds {@link Duty#DECIDED} alone.
     */
    public static List<TakenDuty> ofDecision(PersonId decider, List<PersonId> voters, GrantId grant) {
        var scored = voters.stream()
                .distinct()
                .filter(voter -> !voter.equals(decider))
                .flatMap(voter -> by(voter, grant, Duty.SCORED).stream());
        return Stream.concat(by(decider, grant, Duty.DECIDED).stream(), scored).toList();
    }
}
