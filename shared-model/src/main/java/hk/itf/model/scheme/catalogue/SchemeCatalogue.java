package hk.itf.model.scheme.catalogue;

import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.catalogue.SchemeReader.Fault;
import hk.itf.model.scheme.catalogue.SchemeReader.InvalidSchemeException;
import hk.itf.model.scheme.catalogue.SchemeReader.SchemeFile;
import hk.itf.model.scheme.question.AnswerKind;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.ConsistencyRule;
import hk.itf.model.scheme.question.Question;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All scheme versions known to a service. Immutable. The versions of one scheme do not overlap in time. */
public final class SchemeCatalogue {

    private final Map<SchemeRef, SchemeFile> byRef;

    private SchemeCatalogue(List<SchemeFile> files, Map<SchemeRef, LocalDate> starts) {
        var faults = new ArrayList<Fault>();
        var ordered = sortByVersion(files, faults);
        setStarts(ordered, starts, faults);
        checkOverlaps(List.copyOf(ordered.values()), faults);
        checkRegisterFacts(List.copyOf(ordered.values()), faults);
        if (!faults.isEmpty()) {
            throw new InvalidSchemeException(faults);
        }
        this.byRef = ordered;
    }

    private static SequencedMap<SchemeRef, SchemeFile> sortByVersion(List<SchemeFile> files, List<Fault> faults) {
        var ordered = new LinkedHashMap<SchemeRef, SchemeFile>();
        files.stream()
                .sorted(Comparator.comparing(
                                (SchemeFile file) -> file.scheme().id().value())
                        .thenComparingInt(file -> file.scheme().version()))
                .forEach(file -> {
                    var before = ordered.putIfAbsent(file.scheme().ref(), file);
                    if (before != null && !before.sha256().equals(file.sha256())) {
                        faults.add(
                                new Fault(
                                        file.file(),
                                        "/version",
                                        "this version is already published with another text; give the changed file the next version"));
                    }
                });
        return ordered;
    }

    /** Sets the first day of versions that leave it to the deployment. The version before ends on the day before. */
    private static void setStarts(
            SequencedMap<SchemeRef, SchemeFile> byRef, Map<SchemeRef, LocalDate> starts, List<Fault> faults) {
        starts.forEach((ref, start) -> {
            var file = byRef.get(ref);
            if (file == null || file.scheme().effective().from() != null) {
                faults.add(new Fault(
                        ref.toString(),
                        "/effective/from",
                        "no scheme version of this name leaves its first day to the deployment"));
                return;
            }
            var before = byRef.get(new SchemeRef(ref.id(), ref.version() - 1));
            if (before != null && before.scheme().effective().until() == null) {
                byRef.put(
                        before.scheme().ref(),
                        inForce(before, before.scheme().effective().from(), start.minusDays(1)));
            }
            byRef.put(ref, inForce(file, start, file.scheme().effective().until()));
        });
    }

    private static SchemeFile inForce(SchemeFile file, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new SchemeFile(
                file.file(), file.text(), file.sha256(), file.scheme().inForce(from, until));
    }

    private static void checkOverlaps(List<SchemeFile> all, List<Fault> faults) {
        for (var a : all) {
            for (var b : all) {
                if (a.scheme().id().equals(b.scheme().id())
                        && a.scheme().version() < b.scheme().version()
                        && !lastDay(a.scheme()).isBefore(firstDay(b.scheme()))
                        && !lastDay(b.scheme()).isBefore(firstDay(a.scheme()))) {
                    faults.add(new Fault(
                            b.file(),
                            "/effective",
                            "the dates of this version overlap those of version "
                                    + a.scheme().version()));
                }
            }
        }
    }

    /** Checks that every version of a register shows the dates that consistency rules of other schemes read. */
    private static void checkRegisterFacts(List<SchemeFile> all, List<Fault> faults) {
        for (var file : all) {
            for (var rule : file.scheme().consistency()) {
                if (rule instanceof ConsistencyRule.WithinEntry(var date, var entry, var from, var until, var source)
                        && registers(all, file.scheme(), entry)
                                .anyMatch(register -> !register.facts().containsAll(List.of(from, until)))) {
                    faults.add(new Fault(
                            file.file(),
                            "/consistency",
                            "the register entries that %s names do not show both %s and %s"
                                    .formatted(entry, from, until)));
                }
            }
        }
    }

    private static Stream<Scheme.RegisterRule> registers(List<SchemeFile> all, Scheme scheme, QuestionId entry) {
        var named = scheme.question(entry)
                .map(Question::answer)
                .flatMap(answer -> answer instanceof AnswerKind.OfEntry(var register)
                        ? Optional.of(register)
                        : Optional.<SchemeId>empty());
        return all.stream()
                .map(SchemeFile::scheme)
                .filter(each -> named.filter(each.id()::equals).isPresent())
                .flatMap(each -> Optional.ofNullable(each.register()).stream());
    }

    private static LocalDate firstDay(Scheme scheme) {
        var from = scheme.effective().from();
        return from == null ? LocalDate.MAX : from;
    }

    /** The last day in force; a version without a first day is in force on no day. */
    private static LocalDate lastDay(Scheme scheme) {
        var until = scheme.effective().until();
        return scheme.effective().from() == null ? LocalDate.MIN : until == null ? LocalDate.MAX : until;
    }

    public static SchemeCatalogue of(List<SchemeFile> files) {
        return new SchemeCatalogue(files, Map.of());
    }

    /** @param starts the first day of each version that leaves it to the deployment; without one it is not in force */
    public static SchemeCatalogue of(List<SchemeFile> files, Map<SchemeRef, LocalDate> starts) {
        return new SchemeCatalogue(files, starts);
    }

    /** The scheme files in this jar. */
    public static List<SchemeFile> shipped() {
        return resource("/schemes/index.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(file -> SchemeReader.read(file, resource("/schemes/" + file)))
                .toList();
    }

    /**
     * Reads every {@code *.yaml} file below a directory.
     *
     * @throws InvalidSchemeException with the faults of all files together
     */
    public static List<SchemeFile> directory(Path directory) {
        var read = new ArrayList<SchemeFile>();
        var faults = new ArrayList<Fault>();
        try (var files = Files.walk(directory)) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(file -> {
                var name = directory.relativize(file).toString();
                try {
                    read.add(SchemeReader.read(name, Files.readString(file)));
                } catch (InvalidSchemeException e) {
                    faults.addAll(e.faults());
                } catch (IOException e) {
                    faults.add(new Fault(name, "/", "the file cannot be read"));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The scheme directory " + directory + " cannot be read.", e);
        }
        if (!faults.isEmpty()) {
            throw new InvalidSchemeException(faults);
        }
        return read;
    }

    public List<SchemeFile> files() {
        return List.copyOf(byRef.values());
    }

    public Optional<Scheme> get(SchemeRef ref) {
        return Optional.ofNullable(byRef.get(ref)).map(SchemeFile::scheme);
    }

    /** The versions of one scheme that have a first day, oldest first. */
    public List<Scheme> versions(SchemeId id) {
        return byRef.values().stream()
                .map(SchemeFile::scheme)
                .filter(scheme -> scheme.id().equals(id) && scheme.effective().from() != null)
                .toList();
    }

    /**
     * The version that applies to an application with these answers. The newest version names the reference date; while
     * that date is unanswered, the newest version applies. Empty when no version is in force on the reference date.
     *
     * @param firstSubmission the Hong Kong date of the first submission; today for a draft
     */
    public Optional<Scheme> versionFor(SchemeId id, Answers answers, LocalDate firstSubmission) {
        var versions = versions(id);
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        var date = versions.getLast().effective().chosenBy().of(answers, firstSubmission);
        if (date.isEmpty()) {
            return Optional.of(versions.getLast());
        }
        return versions.stream()
                .filter(scheme -> scheme.effective().covers(date.get()))
                .findFirst();
    }

    /** The text of a file in this jar. */
    static String resource(String path) {
        try (var in = SchemeCatalogue.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
