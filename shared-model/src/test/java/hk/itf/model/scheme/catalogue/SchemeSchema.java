package hk.itf.model.scheme.catalogue;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.Except;
import hk.itf.model.scheme.value.Written;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Generates the JSON Schema of scheme files from the records of a scheme. Kinds come from {@code JsonSubTypes}, limits
 * from {@code Bounds}, {@code Written} and {@code Except}, and descriptions from the Javadoc of the records.
 */
final class SchemeSchema {

    /** How a scheme file writes a type of the JDK, or money, as one text. */
    private record TextForm(String pattern, String description) {}

    private static final Map<Class<?>, TextForm> TEXT_FORMS = Map.of(
            Money.class, new TextForm(Written.AMOUNT, "An amount in Hong Kong dollars, such as `35000.00 HKD`."),
            LocalDate.class, new TextForm("[0-9]{4}-[0-9]{2}-[0-9]{2}", "A date, such as `2026-11-22`."),
            MonthDay.class,
                    new TextForm(
                            "--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
                            "A day of the year, such as `--10-31` for 31 October."),
            Period.class, new TextForm("P([0-9]+[YMWD])+", "A length of time, such as `P35D` for 35 days."));

    private final SourceJavadoc javadoc;

    private SchemeSchema(SourceJavadoc javadoc) {
        this.javadoc = javadoc;
    }

    /** @param sourceFolder the folder of the records, for their Javadoc */
    static String generate(Path sourceFolder) {
        return new SchemeSchema(SourceJavadoc.of(sourceFolder)).generate();
    }

    private String generate() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
        builder.forTypesInGeneral()
                .withIdResolver(scope -> isScheme(scope.getType()) ? "urn:itf:scheme" : null)
                .withTitleResolver(scope -> isScheme(scope.getType()) ? "A funding scheme" : null)
                .withDescriptionResolver(
                        scope -> describe(scope.getType().getErasedType()).orElse(null))
                .withPropertySorter((one, other) -> 0)
                .withDefinitionNamingStrategy(new NestedNames())
                .withCustomDefinitionProvider(this::text)
                .withCustomDefinitionProvider(this::words)
                .withCustomDefinitionProvider(this::value)
                .withTypeAttributeOverride(this::addKinds)
                .withTypeAttributeOverride(SchemeSchema::addOwnKind)
                .withTypeAttributeOverride(SchemeSchema::forbidOtherFields);
        builder.forFields()
                .withIgnoreCheck(SchemeSchema::isNotInFiles)
                .withPropertyNameOverrideResolver(SchemeSchema::name)
                .withRequiredCheck(SchemeSchema::isRequired)
                .withDescriptionResolver(this::describe)
                .withStringPatternResolver(field -> read(field, Written.class, written -> whole(written.value())))
                .withStringMinLengthResolver(field -> isPlainText(field) ? 1 : null)
                .withNumberInclusiveMinimumResolver(field -> isNumber(field) ? min(field, BigDecimal::valueOf) : null)
                .withNumberInclusiveMaximumResolver(field -> isNumber(field) ? max(field, BigDecimal::valueOf) : null)
                .withArrayMinItemsResolver(field -> field.isContainerType() ? min(field, Integer::valueOf) : null)
                .withArrayMaxItemsResolver(field -> field.isContainerType() ? max(field, Integer::valueOf) : null)
                .withArrayUniqueItemsResolver(SchemeSchema::hasDistinctItems)
                .withCustomDefinitionProvider(this::wordsExcept)
                .withCustomDefinitionProvider(this::map);
        return new SchemaGenerator(builder.build()).generateSchema(Scheme.class).toPrettyString() + "\n";
    }

    private @Nullable CustomDefinition text(ResolvedType type, SchemaGenerationContext context) {
        var form = TEXT_FORMS.get(type.getErasedType());
        return form == null
                ? null
                : definition(node(context).put("type", "string").put("pattern", whole(form.pattern())));
    }

    /** An enum is written as lower-case words with hyphens. */
    private @Nullable CustomDefinition words(ResolvedType type, SchemaGenerationContext context) {
        return type.getErasedType().isEnum() ? definition(words(type.getErasedType(), Set.of(), context)) : null;
    }

    private ObjectNode words(Class<?> type, Set<String> except, SchemaGenerationContext context) {
        var node = node(context);
        var words = node.putArray("enum");
        var descriptions = node.putArray("enumDescriptions");
        Stream.of(type.getEnumConstants()).map(Enum.class::cast).forEach(constant -> {
            var word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (!except.contains(word)) {
                words.add(word);
                descriptions.add(javadoc.ofMember(type, constant.name()).orElse(""));
            }
        });
        return node;
    }

    /** A record around one JSON value is written as this value; a choice of such records as any of their values. */
    private @Nullable CustomDefinition value(ResolvedType type, SchemaGenerationContext context) {
        var erased = type.getErasedType();
        if (isValue(erased)) {
            return definition(value(erased, context));
        }
        if (erased.isSealed() && Stream.of(erased.getPermittedSubclasses()).allMatch(SchemeSchema::isValue)) {
            var node = node(context);
            var choices = node.putArray("oneOf");
            Stream.of(erased.getPermittedSubclasses()).forEach(each -> choices.add(value(each, context)));
            return definition(node);
        }
        return null;
    }

    private ObjectNode value(Class<?> type, SchemaGenerationContext context) {
        var component = type.getRecordComponents()[0];
        var written = component.getAnnotatedType().getAnnotation(Written.class);
        var bounds = component.getAnnotatedType().getAnnotation(Bounds.class);
        if (component.getType() == String.class) {
            var node = node(context).put("type", "string");
            return written == null ? node.put("minLength", 1) : node.put("pattern", whole(written.value()));
        }
        if (component.getType() == int.class && bounds != null) {
            return node(context)
                    .put("type", "integer")
                    .put("minimum", bounds.min())
                    .put("maximum", bounds.max());
        }
        return context.createDefinitionReference(context.getTypeContext().resolve(component.getType()));
    }

    /** A family of kinds is an object whose word {@code kind} decides which other fields it has. */
    private void addKinds(ObjectNode node, TypeScope scope, SchemaGenerationContext context) {
        var kinds = scope.getType().getErasedType().getAnnotation(JsonSubTypes.class);
        if (kinds == null) {
            return;
        }
        node.put("type", "object");
        var kind = node.putObject("properties").putObject("kind");
        kind.put("description", "The kind; it decides which other fields there are.");
        var names = kind.putArray("enum");
        var descriptions = kind.putArray("enumDescriptions");
        node.putArray("required").add("kind");
        var branches = node.putArray("allOf");
        for (var each : kinds.value()) {
            names.add(each.name());
            descriptions.add(javadoc.ofType(each.value()).orElse(""));
            var branch = branches.addObject();
            var condition = branch.putObject("if");
            condition.putObject("properties").putObject("kind").put("const", each.name());
            condition.putArray("required").add("kind");
            branch.set(
                    "then",
                    context.createDefinitionReference(context.getTypeContext().resolve(each.value())));
        }
    }

    /** A record that is one of several kinds has the field {@code kind} before its components. */
    private static void addOwnKind(ObjectNode node, TypeScope scope, SchemaGenerationContext context) {
        kindOf(scope.getType().getErasedType()).ifPresent(name -> {
            var properties = node.objectNode();
            properties.putObject("kind").put("const", name);
            properties.setAll(node.path("properties") instanceof ObjectNode own ? own : node.objectNode());
            node.set("properties", properties);
            var required = node.arrayNode().add("kind");
            node.path("required").forEach(required::add);
            node.set("required", required);
        });
    }

    private static void forbidOtherFields(ObjectNode node, TypeScope scope, SchemaGenerationContext context) {
        var type = scope.getType().getErasedType();
        if (type.isRecord() && !isValue(type) && type != Money.class) {
            node.put("additionalProperties", false);
        }
    }

    private @Nullable CustomPropertyDefinition wordsExcept(FieldScope field, SchemaGenerationContext context) {
        return read(
                field,
                Except.class,
                except -> new CustomPropertyDefinition(
                        words(field.getType().getErasedType(), Set.of(except.value()), context)));
    }

    private @Nullable CustomPropertyDefinition map(FieldScope field, SchemaGenerationContext context) {
        if (!field.getType().isInstanceOf(Map.class)) {
            return null;
        }
        var node = node(context).put("type", "object");
        var arguments = ((AnnotatedParameterizedType) written(field)).getAnnotatedActualTypeArguments();
        Optional.ofNullable(min(field, Integer::valueOf)).ifPresent(min -> node.put("minProperties", min));
        Optional.ofNullable(arguments[0].getAnnotation(Written.class))
                .ifPresent(key -> node.putObject("propertyNames").put("pattern", whole(key.value())));
        var values = field.getTypeParameterFor(Map.class, 1);
        var bounds = arguments[1].getAnnotation(Bounds.class);
        node.set(
                "additionalProperties",
                bounds == null
                        ? context.createDefinitionReference(values)
                        : node(context)
                                .put("type", "integer")
                                .put("minimum", bounds.min())
                                .put("maximum", bounds.max()));
        return new CustomPropertyDefinition(node);
    }

    private static boolean isNotInFiles(FieldScope field) {
        var property = field.getAnnotation(JsonProperty.class);
        return field.isStatic() || (property != null && property.access() == JsonProperty.Access.READ_ONLY);
    }

    private static String name(FieldScope field) {
        var property = field.getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty()
                ? KebabCaseStrategy.INSTANCE.translate(field.getDeclaredName())
                : property.value();
    }

    private static boolean isRequired(FieldScope field) {
        return read(field, Nullable.class, nullable -> true) == null && field.getAnnotation(JsonSetter.class) == null;
    }

    private static boolean isPlainText(FieldScope field) {
        return field.getType().getErasedType() == String.class && read(field, Written.class, written -> true) == null;
    }

    private static boolean isNumber(FieldScope field) {
        var type = field.getType().getErasedType();
        return type == int.class || type == Integer.class;
    }

    private static <T> @Nullable T min(FieldScope field, Function<Integer, T> form) {
        return read(field, Bounds.class, bounds -> bounds.min() == Integer.MIN_VALUE ? null : form.apply(bounds.min()));
    }

    private static <T> @Nullable T max(FieldScope field, Function<Integer, T> form) {
        return read(field, Bounds.class, bounds -> bounds.max() == Integer.MAX_VALUE ? null : form.apply(bounds.max()));
    }

    private static @Nullable Boolean hasDistinctItems(FieldScope field) {
        return field.getType().isInstanceOf(Set.class)
                ? Boolean.TRUE
                : read(field, Bounds.class, bounds -> bounds.distinct() ? Boolean.TRUE : null);
    }

    /** The {@code @param} text of the component, or else the text of its type. */
    private @Nullable String describe(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : javadoc.ofMember(field.getDeclaringType().getErasedType(), field.getDeclaredName())
                        .or(() -> describe(field.getType().getErasedType()))
                        .orElse(null);
    }

    private Optional<String> describe(Class<?> type) {
        return Optional.ofNullable(TEXT_FORMS.get(type))
                .map(TextForm::description)
                .or(() -> javadoc.ofType(type));
    }

    private static boolean isScheme(ResolvedType type) {
        return type.getErasedType() == Scheme.class;
    }

    private static boolean isValue(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static Optional<String> kindOf(Class<?> type) {
        return Stream.iterate(
                        List.of(type.getInterfaces()),
                        each -> !each.isEmpty(),
                        each -> each.stream()
                                .flatMap(parent -> Stream.of(parent.getInterfaces()))
                                .toList())
                .flatMap(List::stream)
                .filter(parent -> parent.isAnnotationPresent(JsonTypeInfo.class))
                .flatMap(parent ->
                        Stream.of(parent.getAnnotation(JsonSubTypes.class).value()))
                .filter(each -> each.value() == type)
                .map(JsonSubTypes.Type::name)
                .findFirst();
    }

    /** The annotated type of the component, or of its items when victools asks about the items of a list. */
    private static AnnotatedType written(FieldScope field) {
        var type = Stream.of(field.getDeclaringType().getErasedType().getRecordComponents())
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .map(RecordComponent::getAnnotatedType)
                .findFirst()
                .orElseThrow();
        return field.isFakeContainerItemScope()
                ? ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0]
                : type;
    }

    private static <A extends Annotation, T> @Nullable T read(
            FieldScope field, Class<A> annotation, Function<A, @Nullable T> value) {
        var found = written(field).getAnnotation(annotation);
        return found == null ? null : value.apply(found);
    }

    private static String whole(String pattern) {
        return "^" + pattern + "$";
    }

    private static ObjectNode node(SchemaGenerationContext context) {
        return context.getGeneratorConfig().createObjectNode();
    }

    private static CustomDefinition definition(ObjectNode node) {
        return new CustomDefinition(node, DefinitionType.ALWAYS_REF, AttributeInclusion.YES);
    }

    /** Names a definition by its class and enclosing classes, such as {@code FundingFormula.PerRow}. */
    private static final class NestedNames extends DefaultSchemaDefinitionNamingStrategy {
        @Override
        public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
            var type = key.getType().getErasedType();
            return type.getCanonicalName().substring(type.getPackageName().length() + 1);
        }
    }
}
