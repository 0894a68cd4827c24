package hk.itf.infra.http;

import hk.itf.model.id.Uuids;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives each request a correlation id. The log, problem documents and events caused by the request carry that id. A
 * caller may choose the id with the header; a missing or malformed header gets a new one.
 */
public class Correlation {

    static final String HEADER = "X-Correlation-Id";
    private static final String MDC_KEY = "correlation";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        var given = request.getHeaderString(HEADER);
        MDC.put(
                MDC_KEY,
                given != null && ACCEPTED.matcher(given).matches()
                        ? given
                        : Uuids.next().toString());
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, current());
    }

    static String current() {
        var current = MDC.get(MDC_KEY);
        return current == null ? "none" : current.toString();
    }
}
