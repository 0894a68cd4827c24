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
 * An item of an agenda, as the reader may see it.
 *
 * @param parties in which an interest may lie
 * @param quorum how many members without an interest have to be present
 * @param present how many are
 * @param reading what a member without an interest reads until the item ends; absent for everybody else
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
     * How far it has come.
     *
     * @param chair who called it
     * @param supported what the panel advised
     * @param reason of the advice; or why it was adjourned or taken off
     * @param voidReason why its advice counts no more
     * @param adjournedTo the item of another meeting that goes on with the case
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
     * One person's part.
     *
     * @param late declared after the meeting was opened
     * @param vote one's own; others' once the item has ended
     * @param counts makes up the quorum, and a vote is counted
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

        public static Member of(ItemParticipant seat, boolean showsVote) {
            return new Member(
                    seat.person(),
                    seat.present(),
                    seat.interest(),
                    seat.late(),
                    seat.declaredAt(),
                    showsVote ? seat.vote() : null,
                    seat.counts());
        }
    }

    /**
     * @param task under which applications-service serves the papers
     * @param papers the path of the papers there
     * @param scoreSheets of the reviews before; those that no longer count say so
     */
    public record Reading(ReviewTaskId task, String papers, CaseContent content, List<ScoreSheetView> scoreSheets) {}
}
