package hk.itf.applications.application;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.applications.organisation.Organisations;
import hk.itf.applications.scheme.AnswersReader;
import hk.itf.applications.scheme.Schemes;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Opens a draft for an organisation, with answers when some are given. */
@ApplicationScoped
class StartApplication {

    record Command(SchemeId scheme, OrganisationId organisation, Map<String, JsonNode> answers, PersonId by) {}

    private final Applications applications;
    private final Organisations organisations;
    private final Schemes schemes;
    private final AnswersReader reader;
    private final ApplicationViews views;
    private final Timeline timeline;
    private final Clock clock;

    StartApplication(
            Applications applications,
            Organisations organisations,
            Schemes schemes,
            AnswersReader reader,
            ApplicationViews views,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.organisations = organisations;
        this.schemes = schemes;
        this.reader = reader;
        this.views = views;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    ApplicationView handle(Command command) {
        var now = clock.instant();
        schemes.newest(command.scheme());
        var organisation = organisations.get(command.organisation(), command.by());
        var application = Application.start(GrantId.next(), command.scheme(), organisation.id(), now);
        application.answer(reader.read(command.scheme(), command.answers(), now).answers());
        applications.add(application);
        timeline.record(application, Application.Act.START, command.by(), now);
        return views.of(application);
    }
}
