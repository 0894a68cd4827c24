package hk.itf.disbursement.award;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.OrganisationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content that the fingerprint of an award covers. Fields of later releases are left out while they have their
 * default, so that earlier fingerprints stay the same.
 */
record AwardState(
        AwardStatus status,
        @Nullable UUID organisation,
        @Nullable UUID envelope,
        int inForce,
        long awarded,
        long committed,
        long released,
        long paid,
        int closings,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long owed,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long recovered,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int laterStages,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String waitsFor) {

    static AwardState of(Award award) {
        var money = award.money();
        return new AwardState(
                award.status(),
                award.organisation() instanceof OrganisationId(var organisation) ? organisation : null,
                award.envelope() instanceof EnvelopeId(var envelope) ? envelope : null,
                award.inForce(),
                money.awarded().cents(),
                money.committed().cents(),
                money.released().cents(),
                money.paid().cents(),
                award.closings(),
                money.owed().cents(),
                money.recovered().cents(),
                award.laterStages(),
                award.waitsFor(WaitingFor.DEBT) ? WaitingFor.DEBT.name() : null);
    }
}
