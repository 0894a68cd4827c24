package hk.itf.disbursement.commitment;

import static hk.itf.disbursement.award.AwardStatus.AGREED;
import static hk.itf.disbursement.award.AwardStatus.COMMITTED;
import static hk.itf.disbursement.award.AwardStatus.WAITING;
import static hk.itf.infra.eventing.ReceptionTable.Row.appliedIn;

import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.infra.eventing.ReceptionTable;
import hk.itf.infra.eventing.ReceptionTable.Row;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.ReportOverdue;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import java.util.Set;

/**
 * The reception of each event in each status of an award. Topics have no order among each other, so every pair needs a
 * row. A use case can still refuse an applied event for other reasons, such as a cancelled tranche.
 */
public final class AwardReception {

    /** A withdrawal before the approval creates a voided award, so that the approval is late. */
    private static final Row<AwardStatus> VOIDING =
            appliedIn(AwardTransition.VOID.from()).appliedWhenUnknown();

    private static final Row<AwardStatus> UNDER_AGREEMENT =
            appliedIn(Set.of(AGREED)).earlyIn(Set.of(WAITING, COMMITTED));

    public static final ReceptionTable<AwardStatus> TABLE = ReceptionTable.of("award", AwardStatus.class)
            .with(ApplicationApproved.class, Row.<AwardStatus>opening().onlyAfterFiling())
            .with(ApplicationWithdrawn.class, VOIDING)
            .with(OfferLapsed.class, VOIDING)
            .with(OfferAccepted.class, appliedIn(AwardTransition.AGREE.from()).earlyIn(Set.of(WAITING)))
            .with(ClaimAccepted.class, UNDER_AGREEMENT.onlyAfterFiling())
            .with(ClaimDeadlinePassed.class, UNDER_AGREEMENT)
            .with(ReportOverdue.class, UNDER_AGREEMENT)
            .with(AmendmentApproved.class, UNDER_AGREEMENT.onlyAfterFiling());

    private AwardReception() {}
}
