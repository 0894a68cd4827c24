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
 * An award with its versions and how far its money has come.
 *
 * @param scheme the pinned version, such as {@code rth/v2}
 * @param versionInForce the version it runs on; 1 while it waits
 * @param waitingFor {@code FUNDS} or {@code DEBT}, while it waits
 * @param paid with the grantee and theirs: what is owed back is not in it
 * @param owed what the grantee owes back
 * @param recovered what was owed and has come back
 * @param laterStages how many stages may follow the one that runs; as long as one may, the award is not closed
 * @param undrawn what the version in force holds and its tranches will not draw
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

    /** One immutable version. */
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
