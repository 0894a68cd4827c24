package hk.itf.infra.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Native queries of one column go through {@code ScalarQuery}, because Hibernate does not cache their plans otherwise. */
class NativeQueriesTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern SCALAR = Pattern.compile(
            "createNativeQuery\\((?:(?!setParameter)[^;])*?,\\s*(Long|Integer|String|Boolean|UUID|Instant|LocalDate|BigDecimal)\\.class\\s*\\)\\s*(?:\\.|;|$)");

    @Test
    void findsScalarResultType() {
        assertThat(SCALAR.matcher("session.createNativeQuery(\"select 1\", Integer.class)\n.getSingleResult();")
                        .find())
                .isTrue();
        assertThat(SCALAR.matcher("session.createNativeQuery(\"select 1, 2\", Object[].class).getResultList();")
                        .find())
                .isFalse();
    }

    @Test
    void codeReadsScalarsThroughScalarQuery() throws IOException {
        try (Stream<Path> files = Stream.of(
                        "applications-service",
                        "assessment-service",
                        "disbursement-service",
                        "infra/http",
                        "infra/eventing",
                        "infra/duty")
                .map(module -> PROJECT.resolve(module).resolve("src/main/java"))
                .flatMap(NativeQueriesTest::javaFiles)) {
            assertThat(files.filter(NativeQueriesTest::hasScalarQuery).toList()).isEmpty();
        }
    }

    private static boolean hasScalarQuery(Path file) {
        try {
            return SCALAR.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return List.copyOf(
                    tree.filter(file -> file.toString().endsWith(".java")).toList())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
