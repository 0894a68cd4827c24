package hk.itf.infra.benchmark.replay;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.lifecycle.Funds;
import hk.itf.infra.benchmark.load.ClosedLoop;
import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.replay.Project.Post;
import hk.itf.infra.benchmark.replay.Project.Research;
import hk.itf.model.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some projects that pass the phases together. Every phase may be run again after an interruption: it looks what was done
 * before.
 */
final class Wave {

    private static final Duration AT_MOST = Duration.ofMinutes(10);
    private static final Set<String> VETTED = Set.of("OFFERED", "DECLINED", "ACTIVE", "COMPLETED");
    private static final Set<String> SETTLED = Set.of("PAID");
    private static final Money SPARE = Money.hkd(1_000_000);

    private final LocalPlatform platform;
    private final Journal journal;
    private final int clients;
    private final int number;
    private final List<ReplayedProject> projects;
    private final ReviewTasks tasks;

    /** @param number counted from 0 */
    Wave(LocalPlatform platform, Journal journal, int clients, int number, List<Project> projects) {
        this.platform = platform;
        this.journal = journal;
        this.clients = clients;
        this.number = number;
        this.projects = projects.stream().map(ReplayedProject::new).toList();
        tasks = new ReviewTasks(this::isApproved);
    }

    /** Runs the phases that have not ended. */
    void run() {
        for (var project : projects) {
            journal.organisation(project.project().number()).ifPresent(project::registered);
            journal.grant(project.project().number()).ifPresent(project::drafted);
        }
        for (var phase : Phase.values()) {
            if (!journal.isEnded(number, phase)) {
                passTime(phase);
                renewTokens();
                run(phase);
                journal.ended(number, phase);
            }
        }
    }

    /** The journal names the time before the clock is moved, so that an interruption does not move the clock twice. */
    private void passTime(Phase phase) {
        var now = platform.clockOffset();
        var target = journal.begin(number, phase).orElseGet(() -> now.plus(phase.before()));
        journal.begins(number, phase, target);
        if (target.compareTo(now) > 0) {
            platform.passTime(target.minus(now));
        }
    }

    /** Tokens last an hour, a phase takes minutes. */
    private void renewTokens() {
        for (var project : projects) {
            var applicant = platform.person(project.applicantName(), "applicant");
            project.actsAs(
                    project.organisation().isEmpty()
                            ? applicant
                            : platform.actingFor(applicant, project.organisation()));
        }
    }

    private void run(Phase phase) {
        switch (phase) {
            case REGISTER -> each(projects, this::register);
            case APPLY -> apply();
            case VET -> vet(projects, (client, project) -> VETTED.contains(Applicants.status(client, project)));
            case ACCEPT -> each(approved(), Applicants::acceptOffer);
            case FIRST_CLAIMS -> {
                claim(posts(0), 0, "PAYMENT");
                claim(research(), 1, "REPORT");
                pay(project -> project.project() instanceof Research ? 2 : 1);
            }
            case ACCOUNTS -> {
                claim(research(), 2, "ACCOUNTS");
                claim(research(), 2, "REPORT");
                pay(project -> project.project() instanceof Research ? 3 : 1);
            }
            case SECOND_QUARTER -> {
                claim(posts(1), 1, "PAYMENT");
                pay(project -> Math.min(project.project().tranches(), project.project() instanceof Research ? 3 : 2));
            }
            case THIRD_QUARTER -> {
                claim(posts(2), 2, "PAYMENT");
                pay(project -> project.project().tranches());
                await(
                        approved(),
                        "completion",
                        (client, project) -> Applicants.status(client, project).equals("COMPLETED"));
            }
        }
    }

    private void register(LoadClient client, ReplayedProject project) {
        if (project.organisation().isEmpty()) {
            project.registered(Applicants.register(client, project.applicant(), project.project()));
            project.actsAs(platform.actingFor(project.applicant(), project.organisation()));
            Applicants.fileAndVerifyPayee(client, project, Staff.of(platform, 0).verifier());
            journal.registered(project.project().number(), project.organisation());
        }
    }

    private void apply() {
        for (var scheme : Set.of("rth", "itsp-platform")) {
            Funds.ensure(
                    platform,
                    scheme,
                    SPARE.plus(Money.sum(approved().stream()
                            .map(ReplayedProject::project)
                            .filter(project -> project.scheme().equals(scheme))
                            .map(Project::award)
                            .toList())));
        }
        var today = platform.today();
        each(projects, (client, project) -> {
            if (project.grant().isEmpty()) {
                project.drafted(Applicants.draft(client, project, Answers.of(project.project(), today)));
                journal.drafted(project.project().number(), project.grant());
            }
            Applicants.submitDraft(client, project);
        });
    }

    private void claim(List<ReplayedProject> claimants, int tranche, String kind) {
        each(claimants, (client, project) -> Applicants.claim(client, project, tranche, kind));
        vet(
                claimants,
                (client, project) -> Applicants.claims(client, project)
                        .valueStream()
                        .allMatch(claim -> claim.path("status").asText().equals("ACCEPTED")));
    }

    /** Completes tasks and holds panel meetings until all these projects are vetted. */
    private void vet(List<ReplayedProject> vetted, BiPredicate<LoadClient, ReplayedProject> isVetted) {
        var panel = new Panel(platform);
        var staff = IntStream.range(0, clients)
                .mapToObj(each -> Staff.of(platform, each))
                .toList();
        ClosedLoop.run(
                platform.ports(),
                clients,
                clients,
                (client, index) -> staff.get(index).vetters().forEach(person -> tasks.completeHeld(client, person)));
        var end = System.nanoTime() + AT_MOST.toNanos();
        for (var left = vetted; !left.isEmpty(); left = remaining(left, isVetted)) {
            if (System.nanoTime() > end) {
                throw new BenchmarkException("%d projects were not vetted within ten minutes; the first is %s."
                        .formatted(left.size(), left.getFirst().grant()));
            }
            ClosedLoop.run(platform.ports(), clients, clients, (client, index) -> {
                for (var person : staff.get(index).vetters()) {
                    while (tasks.completeNext(client, person)) {
                        // until the queue has no task for the person
                    }
                }
            });
            ClosedLoop.run(platform.ports(), 1, 1, (client, index) -> panel.meet(client));
        }
    }

    /** Pays in runs until the first tranches of every approved project are paid. */
    private void pay(Function<ReplayedProject, Integer> count) {
        var payments = new Payments(platform);
        ClosedLoop.run(platform.ports(), 1, 1, (client, index) -> payments.endRuns(client));
        var end = System.nanoTime() + AT_MOST.toNanos();
        for (var left = approved();
                !left.isEmpty();
                left = remaining(left, (client, project) -> isPaid(client, project, count.apply(project)))) {
            if (System.nanoTime() > end) {
                throw new BenchmarkException("%d projects were not paid within ten minutes; the first is %s."
                        .formatted(left.size(), left.getFirst().grant()));
            }
            ClosedLoop.run(platform.ports(), 1, 1, (client, index) -> {
                while (payments.run(client) > 0) {
                    // until nothing is due
                }
            });
        }
    }

    private static boolean isPaid(LoadClient client, ReplayedProject project, int count) {
        var tranches = Applicants.read(client, project).json().path("tranches");
        return tranches.valueStream()
                        .limit(count)
                        .filter(tranche ->
                                SETTLED.contains(tranche.path("status").asText()))
                        .count()
                == count;
    }

    private void await(List<ReplayedProject> all, String what, BiPredicate<LoadClient, ReplayedProject> arrived) {
        var end = System.nanoTime() + AT_MOST.toNanos();
        for (var left = all; !left.isEmpty(); left = remaining(left, arrived)) {
            if (System.nanoTime() > end) {
                throw new BenchmarkException("%d projects waited ten minutes for their %s; the first is %s."
                        .formatted(left.size(), what, left.getFirst().grant()));
            }
        }
    }

    private List<ReplayedProject> remaining(
            List<ReplayedProject> all, BiPredicate<LoadClient, ReplayedProject> arrived) {
        var left = Collections.synchronizedList(new ArrayList<ReplayedProject>());
        each(all, (client, project) -> {
            if (!arrived.test(client, project)) {
                left.add(project);
            }
        });
        return left;
    }

    private void each(List<ReplayedProject> all, BiConsumer<LoadClient, ReplayedProject> action) {
        if (!all.isEmpty()) {
            ClosedLoop.run(
                    platform.ports(),
                    Math.min(clients, all.size()),
                    all.size(),
                    (client, index) -> action.accept(client, all.get(index)));
        }
    }

    private boolean isApproved(String grant) {
        var found = byGrant().get(grant);
        if (found == null) {
            throw new BenchmarkException(
                    "The review queue has a task of the grant %s, which is not of this wave.".formatted(grant));
        }
        return found.project().approved();
    }

    private Map<String, ReplayedProject> byGrant() {
        return projects.stream().collect(Collectors.toMap(ReplayedProject::grant, each -> each));
    }

    private List<ReplayedProject> approved() {
        return projects.stream().filter(each -> each.project().approved()).toList();
    }

    /** Approved posts that have a tranche of this number, counted from 0. */
    private List<ReplayedProject> posts(int tranche) {
        return approved().stream()
                .filter(each -> each.project() instanceof Post
                        && tranche < each.project().tranches())
                .toList();
    }

    private List<ReplayedProject> research() {
        return approved().stream()
                .filter(each -> each.project() instanceof Research)
                .toList();
    }
}
