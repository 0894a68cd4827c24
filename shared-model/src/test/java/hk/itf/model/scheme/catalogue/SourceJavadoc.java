package hk.itf.model.scheme.catalogue;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** The Javadoc of the types, record components and enum constants below a source folder, as plain text. */
final class SourceJavadoc {

    private final Map<String, String> texts = new HashMap<>();

    private SourceJavadoc() {}

    static SourceJavadoc of(Path sourceFolder) {
        var javadoc = new SourceJavadoc();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(sourceFolder)) {
            var sources = files.getJavaFileObjectsFromPaths(
                    paths.filter(path -> path.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            var trees = DocTrees.instance(task);
            for (var unit : task.parse()) {
                javadoc.collect(unit, trees);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return javadoc;
    }

    Optional<String> ofType(Class<?> type) {
        return Optional.ofNullable(texts.get(type.getCanonicalName()));
    }

    /** The {@code @param} text of a record component, or the Javadoc of an enum constant. */
    Optional<String> ofMember(Class<?> type, String name) {
        return Optional.ofNullable(texts.get(type.getCanonicalName() + "#" + name));
    }

    private void collect(CompilationUnitTree unit, DocTrees trees) {
        new TreePathScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String enclosing) {
                var name = enclosing + "." + type.getSimpleName();
                comment(getCurrentPath()).ifPresent(comment -> {
                    texts.put(name, sentence(comment.getFullBody()));
                    comment.getBlockTags().stream()
                            .filter(ParamTree.class::isInstance)
                            .map(ParamTree.class::cast)
                            .forEach(tag -> texts.put(name + "#" + tag.getName(), sentence(tag.getDescription())));
                });
                return super.visitClass(type, name);
            }

            @Override
            public Void visitVariable(VariableTree variable, String enclosing) {
                comment(getCurrentPath())
                        .ifPresent(comment ->
                                texts.put(enclosing + "#" + variable.getName(), sentence(comment.getFullBody())));
                return super.visitVariable(variable, enclosing);
            }

            private Optional<DocCommentTree> comment(TreePath path) {
                return Optional.ofNullable(trees.getDocCommentTree(path));
            }
        }.scan(unit, unit.getPackageName().toString());
    }

    /** Joins the parts to one line that begins with a capital and ends with a full stop. */
    private static String sentence(List<? extends DocTree> parts) {
        var text = parts.stream()
                .map(SourceJavadoc::plain)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
        return text.isEmpty()
                ? ""
                : Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    private static String plain(DocTree part) {
        return switch (part) {
            case TextTree text -> text.getBody();
            case LiteralTree code -> "`" + code.getBody().getBody() + "`";
            case LinkTree link -> "`" + link.getReference().getSignature().replace("#", "") + "`";
            default -> part.toString();
        };
    }
}
