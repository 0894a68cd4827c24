package hk.itf.applications.papers;

import hk.itf.applications.amendment.ProposedAnswers;
import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.Applications;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.papers.Papers.Access;
import hk.itf.applications.papers.Papers.Paper;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Question;
import hk.itf.model.scheme.question.Questionnaire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads papers and answers for members of the applicant, auditors, and holders of a review task until their lease ends.
 * Each read is recorded on the timeline.
 */
@ApplicationScoped
class ReadPapers {

    /** A paper and the content of its file. */
    record Content(Paper paper, byte[] bytes) {}

    private final ApplicantAccess access;
    private final Applications applications;
    private final PinnedRules pinnedRules;
    private final Papers papers;
    private final PaperFiles files;
    private final ProposedAnswers proposed;
    private final Timeline timeline;
    private final Clock clock;

    ReadPapers(
            ApplicantAccess access,
            Applications applications,
            PinnedRules pinnedRules,
            Papers papers,
            PaperFiles files,
            ProposedAnswers proposed,
            Timeline timeline,
            Clock clock) {
        this.access = access;
        this.applications = applications;
        this.pinnedRules = pinnedRules;
        this.papers = papers;
        this.files = files;
        this.proposed = proposed;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    List<Paper> list(GrantId grant, Optional<ReviewTaskId> task, Actor actor) {
        var visible = visible(grant, task, actor);
        timeline.note(
                grant,
                "papers",
                "LIST",
                actor.person(),
                task.map(ReviewTaskId::toString).orElse(""),
                clock.instant());
        return visible;
    }

    @Transactional
    Content read(GrantId grant, PaperId id, Optional<ReviewTaskId> task, Actor actor) {
        var paper = visible(grant, task, actor).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("paper"));
        var bytes = files.read(paper.sha256());
        if (bytes == null) {
            throw new IllegalStateException("the file of paper " + id + " is missing");
        }
        timeline.note(
                grant,
                "paper/" + id,
                "READ",
                actor.person(),
                task.map(ReviewTaskId::toString).orElse(""),
                clock.instant());
        return new Content(paper, bytes);
    }

    /**
     * The answers of the question groups that the task shows, personal data included; in a blind stage only blind-safe
     * answers. A reviewer of an amendment sees the answers with the proposed changes.
     */
    @Transactional
    Map<String, Object> answers(GrantId grant, ReviewTaskId task, Actor actor) {
        var lease = requireLease(grant, task, actor);
        var application = applications.get(grant);
        var questionnaire = allQuestions(pinnedRules.of(application));
        timeline.note(grant, "answers", "READ", actor.person(), task.toString(), clock.instant());
        var answers = lease.amendment()
                .map(amendment -> application.answers().with(proposed.underReview(grant, amendment)))
                .orElse(application.answers());
        return answers.only(id -> questionnaire
                        .question(id)
                        .filter(question -> lease.groups().contains(question.group()))
                        .filter(question -> !lease.blind() || question.flags().contains(Question.Flag.BLIND_SAFE))
                        .isPresent())
                .toJsonValues();
    }

    /** The questions of the application and of all later stages. */
    private static Questionnaire allQuestions(Scheme scheme) {
        var questions = Stream.concat(
                        scheme.questions().stream(),
                        scheme.stages().stream().flatMap(stage -> stage.questions().stream()))
                .toList();
        return new Questionnaire(questions, List.of());
    }

    private List<Paper> visible(GrantId grant, Optional<ReviewTaskId> task, Actor actor) {
        if (task.isPresent()) {
            var lease = requireLease(grant, task.get(), actor);
            return papers.of(grant).stream().filter(lease::shows).toList();
        }
        if (actor.hasRole("auditor")) {
            applications.get(grant);
            return papers.listWithDetached(grant);
        }
        access.getAsReader(grant, actor.person());
        return papers.of(grant);
    }

    /** @throws DomainException {@code not-yet-visible}; {@code not-found} for the task of another; {@code lease-over} */
    private Access requireLease(GrantId grant, ReviewTaskId task, Actor actor) {
        var lease = papers.access(task).orElseThrow(() -> DomainException.conflict("not-yet-visible"));
        if (!lease.person().equals(actor.person()) || !lease.grant().equals(grant)) {
            throw DomainException.notFound("paper");
        }
        if (!lease.open()) {
            throw DomainException.forbidden("lease-over");
        }
        return lease;
    }
}
