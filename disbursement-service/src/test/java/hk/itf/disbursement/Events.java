package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.disbursement.filing.FiledAmendments;
import hk.itf.disbursement.filing.FiledApplications;
import hk.itf.disbursement.filing.FiledClaims;
import hk.itf.infra.eventing.EventConsumers;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.money.Money;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands events directly to the consumers, without Kafka and the event loop. */
@ApplicationScoped
public class Events {

    private final EventConsumers consumers;
    private final FiledClaims claims;
    private final FiledAmendments amendments;
    private final FiledApplications applications;

    Events(EventConsumers consumers, FiledClaims claims, FiledAmendments amendments, FiledApplications applications) {
        this.consumers = consumers;
        this.claims = claims;
        this.amendments = amendments;
        this.applications = applications;
    }

    /** The bean of the running service, for fixtures that are not beans. */
    public static Events ofService() {
        return Arc.container().instance(Events.class).get();
    }

    /** Hands in the event. The filing of a decision is known before. */
    public Reception receive(DomainEvent event) {
        file(event);
        return consumers.receive(event);
    }

    /**
     * Hands in the filing that a decision judges, as the applicant does before it. Nothing happens for other events, and when a filing
     * is known that agrees with the decision.
     */
    public void file(DomainEvent decision) {
        QuarkusTransaction.requiringNew().run(() -> {
            switch (decision) {
                case ApplicationApproved approved
                when applications.find(approved).isEmpty() -> consumers.receive(Filings.of(approved));
                case ClaimAccepted accepted
                when claims.find(accepted.grant(), accepted.claim(), accepted.filing())
                        .isEmpty() -> consumers.receive(Filings.of(accepted));
                case AmendmentApproved approved
                when amendments.find(approved).isEmpty() -> consumers.receive(Filings.of(approved));
                case AmendmentApproved approved
                when amendments
                        .find(approved)
                        .filter(filed -> filed.plan().equals(approved.plan()))
                        .isEmpty() -> consumers.receive(Filings.again(approved));
                default -> {
                    // no decision, or its filing is known
                }
            }
        });
    }

    public void isApplied(DomainEvent event) {
        assertThat(receive(event)).isEqualTo(Reception.APPLIED);
    }

    public void isLate(DomainEvent event, String because) {
        assertThat(receive(event)).isEqualTo(Reception.late(because));
    }

    /** Requires that the event cannot be applied; the event loop would park it. */
    public void isNotApplicable(DomainEvent event, String because) {
        assertThatThrownBy(() -> receive(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(because);
    }

    /** Splits an advance off the first tranche and pays it. */
    public GrantStory advancePaid(GrantStory story, Money advanced) {
        advanceDue(story, advanced);
        story.payOut(story.advance(1));
        story.awaitTranche(story.advance(1), "PAID");
        return story;
    }

    /** Splits an advance off the first tranche; the advance is due. */
    public GrantStory advanceDue(GrantStory story, Money advanced) {
        isApplied(story.advanceOf(1, advanced));
        assertThat(Statuses.ofService().ofTranche(story.advance(1))).isEqualTo("DUE");
        return story;
    }

    /** Pays an advance and accepts less than the advance, so that the difference is owed. Returns the receivable. */
    public Finance.Owed owing(GrantStory story, Money advanced, Money accepted) {
        advancePaid(story, advanced);
        isApplied(story.payment(1, accepted));
        return Finance.owedBy(story);
    }
}
