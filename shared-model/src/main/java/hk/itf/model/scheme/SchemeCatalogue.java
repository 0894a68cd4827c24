package hk.itf.model.scheme;

import hk.itf.model.scheme.SchemeReader.Fault;
import hk.itf.model.scheme.SchemeReader.InvalidSchemeException;
import hk.itf.model.scheme.SchemeReader.SchemeFile;
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

/** The scheme versions known to a service. Immutable; versions of one scheme do not overlap in time. */
public final class SchemeCatalogue {

    private final Map<SchemeRef, SchemeFile> byRef;

    private SchemeCatalogue(List<SchemeFile> files) {
        var ordered = new LinkedHashMap<SchemeRef, SchemeFile>();
        var faults = new ArrayList<Fault>();
        files.stream()
                .sorted(Comparator.comparing(
                                (SchemeFile file) -> file.scheme().id().value())
                        .thenComparingInt(file -> file.scheme().version()))
                .forEach(file -> {
                    var before = ordered.putIfAbsent(file.scheme().ref(), file);
                    if (before != null && !before.sha256().equals(file.sha256())) {
                        faults.add(new Fault(
                                file.file(), "/version", "this version is already published with another text"));
                    }
                });
        var all = List.copyOf(ordered.values());
        for (var a : all) {
            for (var b : all) {
                if (a.scheme().id().equals(b.scheme().id())
                        && a.scheme().version() < b.scheme().version()
                        && !lastDay(a.scheme()).isBefore(b.scheme().effective().from())
                        && !lastDay(b.scheme()).isBefore(a.scheme().effective().from())) {
                    faults.add(new Fault(
                            b.file(),
                            "/effective",
                            "this overlaps version " + a.scheme().version()));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidSchemeException(faults);
        }
        this.byRef = ordered;
    }

    private static LocalDate lastDay(Scheme scheme) {
        var until = scheme.effective().until();
        return until == null ? LocalDate.MAX : until;
    }

    public static SchemeCatalogue of(List<SchemeFile> files) {
        return new SchemeCatalogue(files);
    }

    /** The schemes shipped in this jar. */
    public static List<SchemeFile> shipped() {
        return resource("/schemes/index.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(file -> SchemeReader.read(file, resource("/schemes/" + file)))
                .toList();
    }

    /** Every {@code *.yaml} below a directory; the faults of all files are listed together. */
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

    /** The versions of one scheme, oldest first. */
    public List<Scheme> versions(SchemeId id) {
        return byRef.values().stream()
                .map(SchemeFile::scheme)
                .filter(scheme -> scheme.id().equals(id))
                .toList();
    }

    /**
     * The version a case with these answers belongs to. Each version says itself which date picks it; a draft that has
     * not answered that date yet is shown the newest version, provisionally.
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

    private static String resource(String path) {
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
