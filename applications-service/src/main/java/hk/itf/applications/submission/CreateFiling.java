package hk.itf.applications.submission;

import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationPapers;
import hk.itf.applications.application.Applications;
import hk.itf.applications.application.Submissions;
import hk.itf.applications.call.Calls;
import hk.itf.applications.organisation.Organisations;
import hk.itf.applications.scheme.Schemes;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.text.Texts;
import hk.itf.model.event.Filing;
import hk.itf.model.event.Parties;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Json;
import hk.itf.model.json.Sha256;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.value.Call;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates the filing of a submission or resubmission: picks the scheme version, refuses incomplete answers and papers,
 * evaluates eligibility, entitlement and plan, reserves allowances, and freezes the content under a hash.
 */
@ApplicationScoped
class CreateFiling {

    /** The content that the hash of the receipt covers, in a fixed order. */
    record Content(
            String application,
            int revision,
            SchemeRef scheme,
            @Nullable LocalDate schemeInForceFrom,
            @Nullable String call,
            String organisation,
            Answers answers,
            List<ApplicationPapers.Attached> papers) {}

    private final Schemes schemes;
    private final Calls calls;
    private final Organisations organisations;
    private final Allowances allowances;
    private final Applications applications;
    private final Submissions submissions;
    private final ApplicationPapers papers;

    CreateFiling(
            Schemes schemes,
            Calls calls,
            Organisations organisations,
            Allowances allowances,
            Applications applications,
            Submissions submissions,
            ApplicationPapers papers) {
        this.schemes = schemes;
        this.calls = calls;
        this.organisations = organisations;
        this.allowances = allowances;
        this.applications = applications;
        this.submissions = submissions;
        this.papers = papers;
    }

    /** Creates the filing in the transaction of the use case. Locks the allowances. A refusal stores nothing. */
    Filing file(Application application, PersonId by, Instant now) {
        var answers = application.answers();
        var firstSubmission = application.submittedAt().orElse(now);
        var scheme = schemes.versionFor(application.scheme(), answers, firstSubmission);
        var organisation = organisations.get(application.organisation());
        var day = HongKong.dayOf(firstSubmission);
        var call = calls.openOn(scheme.id(), day);
        var facts = new Facts(answers, organisation.kind(), call.orElse(null));
        var attached = papers.of(application.id());

        scheme.requireComplete(facts);
        papers.requireComplete(scheme, facts, attached);
        scheme.window().requireOpen(facts, day);
        var usage = allowances.lock(application.id(), scheme, facts, application.organisation());
        var entitlement = scheme.funding().evaluate(answers, usage);
        allowances.reserve(application.id(), scheme, facts, application.organisation(), entitlement.amount());

        var revision = application.revision() + 1;
        var content = Json.write(new Content(
                application.id().toString(),
                revision,
                scheme.ref(),
                scheme.effective().from(),
                call.map(Call::id).orElse(null),
                organisation.id().toString(),
                answers,
                attached));
        var sha256 = Sha256.of(content);
        submissions.add(application.id(), revision, content, sha256, by, now);
        return new Filing(
                revision,
                application.pinned().isPresent()
                        ? application.reference()
                        : applications.nextReference(
                                scheme.referencePrefix(), HongKong.dayOf(now).getYear()),
                scheme.ref(),
                Parties.of(organisation.id()),
                EligibilityOutcome.of(scheme.eligibility(), facts),
                entitlement.explain(Texts.loaded()::labelInAllLanguages),
                scheme.tranches().plan(entitlement.amount(), answers),
                scheme.assessed(answers),
                sha256);
    }
}
