package hk.itf.assessment.agendaitem;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.assessment.reviewcase.CaseContent;
import hk.itf.assessment.scoring.ScoreSheetView;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.ReviewTaskId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agenda item with the parts that the reader may see.
 *
 * @param parties the organisations in which a member may have an interest
 * @param quorum the number of members without an interest who must be present
 * @param present the number of members without an interest who are present
 * @param reading the case for a member without an interest, until the item ends; absent for other readers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgendaItemView(
        AgendaItemId id,
        MeetingId meeting,
        GrantId grant,
        ReviewCaseId reviewCase,
        String reference,
        Subject subject,
        List<OrganisationId> parties,
        Course course,
        int quorum,
        int present,
        List<Member> members,
        @Nullable Reading reading,
        int version) {

    /**
     * The progress of an item.
     *
     * @param chair the person who called the item
     * @param supported whether the panel recommends approval; absent before the recommendation
     * @param reason the reason of the recommendation, adjournment or removal
     * @param voidReason why the recommendation is no longer valid
     * @param adjournedTo the item of another meeting that continues this one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Course(
            AgendaItemStatus status,
            @Nullable PersonId chair,
            @Nullable Instant calledAt,
            @Nullable Instant endedAt,
            @Nullable Boolean supported,
            @Nullable String reason,
            @Nullable String voidReason,
            @Nullable AgendaItemId adjournedTo) {}

    /**
     * The participation of one person.
     *
     * @param late whether the person declared after the opening of the meeting
     * @param vote the reader's own vote; the votes of others after the item has ended
     * @param counts whether the person counts for the quorum and the vote
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            PersonId person,
            boolean present,
            Interest interest,
            boolean late,
            @Nullable Instant declaredAt,
            @Nullable Vote vote,
            boolean counts) {

        public static Member of(ItemParticipant participant, boolean showsVote) {
            return new Member(
                    participant.person(),
                    participant.present(),
                    participant.interest(),
                    participant.late(),
                    participant.declaredAt(),
                    showsVote ? participant.vote() : null,
                    participant.counts());
        }
    }

    /**
     * The case as a member reads it.
     *
     * @param task the task under which applications-service serves the papers
     * @param papers the path of the papers in applications-service
     * @param scoreSheets the score sheets of earlier stages, with a flag for voided sheets
     */
    public record Reading(ReviewTaskId task, String papers, CaseContent content, List<ScoreSheetView> scoreSheets) {}
}
