package hk.itf.infra.eventing;

import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.OfferMade;
import hk.itf.model.event.ApplicationEvent.SchemeVersionPublished;
import hk.itf.model.event.DisbursementEvent.AwardCommitted;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Sha256;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.Instant;
import java.time.LocalDate;

/** The events that the sample service receives. */
public final class SampleEvents {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private SampleEvents() {}

    public static OfferMade offerMade(GrantId grant) {
        return new OfferMade(grant, PersonId.SYSTEM, Money.hkd(1_000), LocalDate.of(2026, 12, 22), NOW);
    }

    public static OfferAccepted offerAccepted(GrantId grant) {
        return new OfferAccepted(grant, PersonId.SYSTEM, OrganisationId.next(), NOW, 0);
    }

    public static OfferLapsed offerLapsed(GrantId grant) {
        return new OfferLapsed(grant, PersonId.SYSTEM, NOW);
    }

    public static AwardCommitted awardCommitted(GrantId grant) {
        return new AwardCommitted(grant, PersonId.SYSTEM, 1, Money.hkd(1_000), NOW);
    }

    /** An event that the sample service applies without an effect. */
    public static ApplicationWithdrawn withdrawn(GrantId grant) {
        return new ApplicationWithdrawn(grant, PersonId.SYSTEM, "The post is filled.", NOW);
    }

    public static SchemeVersionPublished published(SchemeId scheme) {
        return new SchemeVersionPublished(new SchemeRef(scheme, 1), PersonId.SYSTEM, "text", Sha256.of("text"));
    }
}
