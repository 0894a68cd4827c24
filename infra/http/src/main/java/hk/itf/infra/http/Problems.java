package hk.itf.infra.http;

import static hk.itf.model.NamedValue.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import hk.itf.infra.http.input.JsonPointers;
import hk.itf.model.DomainException;
import hk.itf.model.NamedValue;
import hk.itf.model.Violation;
import hk.itf.model.Wording;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns exceptions into problem documents. No other class maps a refusal to a status code. */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    public Response refused(DomainException refusal) {
        return of(refusal).response();
    }

    @ServerExceptionMapper
    public Response stale(OptimisticLockException stale) {
        return of(DomainException.stale()).response();
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException e) {
        return noToken();
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException e) {
        return noToken();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return Problem.of(403, "forbidden").response();
    }

    @ServerExceptionMapper
    public Response wrongShape(MismatchedInputException e) {
        return malformed(e).response();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        var faults = e.getConstraintViolations().stream()
                .map(Problems::fault)
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        return Problem.of(400, Wording.of("invalid-request"), faults).response();
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return malformed(json).response();
            }
            if (cause instanceof DomainException refusal) {
                return of(refusal).response();
            }
        }
        var status = e.getResponse().getStatus();
        return switch (status) {
            case 400 -> Problem.of(400, "malformed-request").response();
            case 404 -> of(DomainException.notFound("thing")).response();
            case 405 -> Problem.of(405, "method-not-allowed").response();
            case 406 -> Problem.of(406, "not-acceptable").response();
            case 413 -> Problem.of(413, "too-large").response();
            case 415 -> Problem.of(415, "unsupported-media-type").response();
            default ->
                status >= 500 ? unexpected(e) : Problem.of(status, "refused").response();
        };
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DomainException refusal -> {
                    return of(refusal).response();
                }
                case OptimisticLockException stale -> {
                    return of(DomainException.stale()).response();
                }
                case SQLException sql -> {
                    var problem = ofDatabase(sql);
                    if (problem.isPresent()) {
                        return problem.get().response();
                    }
                }
                default -> {
                    // look further down
                }
            }
        }
        LOG.errorf(e, "unexpected, under %s", Correlation.current());
        return Problem.of(500, "unexpected", value("instance", Correlation.current()))
                .response();
    }

    static Problem of(DomainException refusal) {
        var status = switch (refusal.kind()) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case STALE -> 412;
            case CONFLICT -> 409;
            case RULE_BROKEN -> 422;
            case VERSION_REQUIRED -> 428;
        };
        return Problem.of(status, refusal.wording(), refusal.violations());
    }

    private static Response noToken() {
        return Problem.of(401, "unauthenticated").response();
    }

    private static Optional<Problem> ofDatabase(SQLException sql) {
        var state = sql.getSQLState();
        if (state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("40")
                || state.equals("55P03")) {
            return Optional.of(Problem.of(503, "try-again"));
        }
        if (state.equals("22021") || state.equals("22P05")) {
            return Optional.of(Problem.of(400, "malformed-request.characters"));
        }
        if (state.equals("23505")) {
            return Optional.of(Problem.of(409, "conflict"));
        }
        return Optional.empty();
    }

    private static Problem malformed(JsonProcessingException e) {
        var pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        if (pointer.isEmpty() || isUnreadable(e)) {
            return Problem.of(400, Wording.of("malformed-json"), List.of(Violation.of(pointer, "malformed")));
        }
        return Problem.of(400, Wording.of("invalid-request"), List.of(Violation.of(pointer, "wrong-type-or-unknown")));
    }

    /**
     * Whether the text itself is malformed or exceeds a limit. False for a well-formed value out of range, such as 2^31
     * for an int.
     */
    private static boolean isUnreadable(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputCoercionException) {
                return false;
            }
            if (cause instanceof StreamReadException || cause instanceof StreamConstraintsException) {
                return true;
            }
        }
        return false;
    }

    /** The text of a broken constraint is {@code invalid.} and the name of the annotation; it may name its numbers. */
    private static Violation fault(ConstraintViolation<?> broken) {
        var constraint = broken.getConstraintDescriptor();
        var numbers = constraint.getAttributes().entrySet().stream()
                .filter(attribute -> attribute.getValue() instanceof Number)
                .map(attribute -> value(attribute.getKey(), attribute.getValue()))
                .toArray(NamedValue[]::new);
        var name = constraint.getAnnotation().annotationType().getSimpleName();
        return Violation.of(pointer(broken.getPropertyPath()), "invalid." + name, numbers);
    }

    private static String pointer(JsonMappingException mapping) {
        var pointer = new StringBuilder();
        mapping.getPath()
                .forEach(step -> pointer.append(
                        step.getFieldName() == null ? "/" + step.getIndex() : JsonPointers.step(step.getFieldName())));
        return pointer.toString();
    }

    private static String pointer(Path path) {
        // the first two steps are the resource method and its parameter
        var pointer = new StringBuilder();
        StreamSupport.stream(path.spliterator(), false).skip(2).forEach(node -> {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            // a constraint on a list element adds a step that is not in the body
            if (node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                pointer.append('/').append(node.getName());
            }
        });
        return pointer.toString();
    }
}
