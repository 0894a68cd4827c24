package hk.itf.disbursement.award;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An award with its versions and amounts.
 *
 * @param scheme the pinned version, such as {@code rth/v2}
 * @param versionInForce number of the version in force; 1 while the award waits
 * @param waitingFor {@code FUNDS} or {@code DEBT} while the award waits
 * @param paid amount with the grantee that is not owed back
 * @param owed amount that the grantee owes back
 * @param recovered amount that came back as cash or set-off
 * @param laterStages number of stages that can follow; while one can, the award is not closed
 * @param undrawn amount of the version in force that no tranche will draw
 */
public record AwardView(
        GrantId grant,
        @Nullable String reference,
        @Nullable String scheme,
        @Nullable OrganisationId organisation,
        @Nullable EnvelopeId envelope,
        String status,
        @Nullable String waitingFor,
        int versionInForce,
        int laterStages,
        Money awarded,
        Money committed,
        Money released,
        Money paid,
        Money owed,
        Money recovered,
        Money undrawn,
        Instant recordedAt,
        List<VersionView> versions,
        @JsonIgnore int version) {

    /** One award version. */
    public record VersionView(
            int number,
            String status,
            Money awarded,
            Money undrawn,
            PersonId decidedBy,
            Instant decidedAt,
            TranchePlan plan) {}

    private static @Nullable String waitingFor(Award award) {
        var reason = award.waitingFor();
        return reason == null ? null : reason.name();
    }

    static AwardView of(Award award, List<VersionView> versions) {
        return new AwardView(
                award.id(),
                award.reference(),
                award.scheme(),
                award.organisation(),
                award.envelope(),
                award.status().name(),
                waitingFor(award),
                award.inForce(),
                award.laterStages(),
                award.money().awarded(),
                award.money().committed(),
                award.money().released(),
                award.money().paid(),
                award.money().owed(),
                award.money().recovered(),
                Money.sum(versions.stream()
                        .filter(version -> version.number() == award.inForce())
                        .map(VersionView::undrawn)
                        .toList()),
                award.recordedAt(),
                versions,
                award.version());
    }
}
