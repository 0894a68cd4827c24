package hk.itf.infra.houserules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import hk.itf.infra.text.TextSection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * One place in the source code that names a text by its key.
 *
 * @param sections where the key may stand; a {@code Wording} may belong to any section
 * @param keys the keys of the place; two for {@code condition ? "a" : "b"}, none when the key is no literal
 * @param values the names of the values given; empty when the place gives them as an array
 * @param place file name and method call, for messages
 */
record TextUse(Set<TextSection> sections, List<String> keys, Optional<Set<String>> values, String place) {

    /** A factory that takes the key of a text, by {@code Type.method}: position of the key, section, key prefix. */
    private record Factory(int position, Set<TextSection> sections, String prefix) {
        Factory(int position, TextSection section) {
            this(position, Set.of(section), "");
        }
    }

    private static final Map<String, Factory> FACTORIES = Map.of(
            "DomainException.broken", new Factory(0, TextSection.PROBLEMS),
            "DomainException.forbidden", new Factory(0, TextSection.PROBLEMS),
            "DomainException.conflict", new Factory(0, TextSection.PROBLEMS),
            "DomainException.invalid", new Factory(0, TextSection.PROBLEMS),
            "DomainException.notFound", new Factory(0, Set.of(TextSection.PROBLEMS), "not-found."),
            "Problem.of", new Factory(1, TextSection.PROBLEMS),
            "Violation.of", new Factory(1, TextSection.FIELDS),
            "Wording.of", new Factory(0, Set.of(TextSection.values()), ""));

    /** Every use of a text in the Java files below the folders. */
    static List<TextUse> in(Collection<Path> sourceFolders) {
        var uses = new ArrayList<TextUse>();
        parse(sourceFolders).forEach(unit -> new Scanner(unit, uses).scan(unit, null));
        return uses;
    }

    /** Every string literal in the Java files below the folders, and the key prefix of a factory followed by the literal. */
    static Set<String> stringsIn(Collection<Path> sourceFolders) {
        var strings = new HashSet<String>();
        for (var unit : parse(sourceFolders)) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void none) {
                    if (literal.getValue() instanceof String text) {
                        FACTORIES.values().forEach(factory -> strings.add(factory.prefix() + text));
                    }
                    return null;
                }
            }.scan(unit, null);
        }
        return strings;
    }

    private static List<CompilationUnitTree> parse(Collection<Path> sourceFolders) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = new ArrayList<Path>();
            for (var folder : sourceFolders) {
                try (Stream<Path> tree = Files.walk(folder)) {
                    tree.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            return units;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final List<TextUse> uses;

        Scanner(CompilationUnitTree unit, List<TextUse> uses) {
            this.unit = unit;
            this.uses = uses;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            var factory = FACTORIES.get(call.getMethodSelect().toString());
            if (factory != null && call.getArguments().size() > factory.position()) {
                var keys = literals(call.getArguments().get(factory.position()));
                uses.add(new TextUse(
                        factory.sections(),
                        keys.stream().map(key -> factory.prefix() + key).toList(),
                        values(call),
                        Path.of(unit.getSourceFile().toUri()).getFileName() + ": " + call));
            }
            return super.visitMethodInvocation(call, null);
        }

        private static List<String> literals(ExpressionTree key) {
            return switch (key) {
                case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
                case ParenthesizedTree inner -> literals(inner.getExpression());
                case ConditionalExpressionTree choice ->
                    Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                            .flatMap(branch -> literals(branch).stream())
                            .toList();
                default -> List.of();
            };
        }

        private static Optional<Set<String>> values(MethodInvocationTree call) {
            var names = new LinkedHashSet<String>();
            for (var argument : call.getArguments()) {
                if (argument instanceof MethodInvocationTree value && isValue(value.getMethodSelect())) {
                    names.addAll(literals(value.getArguments().getFirst()));
                } else if (argument instanceof IdentifierTree variable
                        && variable.getName().contentEquals("values")) {
                    return Optional.empty();
                }
            }
            return Optional.of(names);
        }

        private static boolean isValue(ExpressionTree method) {
            return switch (method) {
                case IdentifierTree name -> name.getName().contentEquals("value");
                case MemberSelectTree member -> member.toString().equals("NamedValue.value");
                default -> false;
            };
        }
    }
}
