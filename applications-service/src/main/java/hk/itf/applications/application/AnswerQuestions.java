package hk.itf.applications.application;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.applications.scheme.AnswersReader;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/**
 * Replaces the answers of a draft, or of an application that was sent back for clarification. Given answers must be valid;
 * they may be incomplete.
 */
@ApplicationScoped
class AnswerQuestions {

    record Command(GrantId application, EntityVersion expected, Map<String, JsonNode> answers, PersonId by) {}

    private final ApplicantAccess access;
    private final AnswersReader reader;
    private final Applications applications;
    private final ApplicationViews views;
    private final Timeline timeline;
    private final Clock clock;

    AnswerQuestions(
            ApplicantAccess access,
            AnswersReader reader,
            Applications applications,
            ApplicationViews views,
            Timeline timeline,
            Clock clock) {
        this.access = access;
        this.reader = reader;
        this.applications = applications;
        this.views = views;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    ApplicationView handle(Command command) {
        var now = clock.instant();
        var application = access.lockAsEditor(command.application(), command.by());
        command.expected().require(application.version());

        var firstSubmission = application.submittedAt().orElse(now);
        application.answer(reader.read(application.scheme(), command.answers(), firstSubmission)
                .answers());
        timeline.record(application, Application.Act.ANSWER, command.by(), now);
        applications.flush();
        return views.of(application);
    }
}
