package hk.itf.infra.eventing;

import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.OfferMade;
import hk.itf.model.event.DisbursementEvent.AwardCommitted;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/** The events that the sample service receives. */
final class SampleEvents {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private SampleEvents() {}

    static OfferMade offerMade(GrantId grant) {
        return new OfferMade(grant, PersonId.SYSTEM, Money.hkd(1_000), LocalDate.of(2026, 12, 22), NOW);
    }

    static OfferAccepted offerAccepted(GrantId grant) {
        return new OfferAccepted(grant, PersonId.SYSTEM, OrganisationId.next(), NOW, 0);
    }

    static OfferLapsed offerLapsed(GrantId grant) {
        return new OfferLapsed(grant, PersonId.SYSTEM, NOW);
    }

    static AwardCommitted awardCommitted(GrantId grant) {
        return new AwardCommitted(grant, PersonId.SYSTEM, 1, Money.hkd(1_000), NOW);
    }

    /** An event that the sample service applies without an effect. */
    static ApplicationWithdrawn withdrawn(GrantId grant) {
        return new ApplicationWithdrawn(grant, PersonId.SYSTEM, "The post is filled.", NOW);
    }
}
