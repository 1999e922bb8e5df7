package dev.twinplace.service.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands each request to the endpoint of its path and method. */
final class Router extends Handler.Abstract {
    private final List<Route> routes;
    private final TokenCheck tokens;
    private final Desk desk;
    private final Surroundings surroundings;
    private final AtomicInteger underWay = new AtomicInteger();

    Router(List<Route> routes, TokenCheck tokens, Desk desk, Surroundings surroundings) {
        this.routes = List.copyOf(routes);
        this.tokens = tokens;
        this.desk = desk;
        this.surroundings = surroundings;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        underWay.incrementAndGet();
        Request.addCompletionListener(request, failure -> underWay.decrementAndGet());
        String path = Request.getPathInContext(request);
        List<String> methods = new ArrayList<>();
        for (Route route : routes) {
            String parameter = route.match(path);
            if (parameter != null && route.method().equals(request.getMethod())) {
                request.setAttribute(Exchange.ROUTE, route.path());
                serve(route, new Exchange(request, response, callback, surroundings, parameter));
                return true;
            }
            if (parameter != null) {
                methods.add(route.method());
            }
        }
        new Exchange(request, response, callback, surroundings, "").fail(new ProblemException(unknown(path, methods)));
        return true;
    }

    /** How many requests have no complete response yet. */
    int underWay() {
        return underWay.get();
    }

    private static Problem unknown(String path, List<String> methods) {
        if (methods.isEmpty()) {
            return Problem.of(
                    404, "no-path", "There is no such path", path + ": see /openapi.json for those there are");
        }
        String allowed = String.join(", ", methods);
        return new Problem(
                405,
                "method",
                "The path does not have this method",
                path + ": must be asked by " + allowed,
                Map.of(Problem.ALLOW, allowed));
    }

    private void serve(Route route, Exchange exchange) {
        try {
            if (route.access() != Route.Access.OPEN) {
                tokens.require(exchange.request());
            }
            if (route.access() == Route.Access.WORK) {
                desk.requireOpen();
            }
            route.endpoint().serve(exchange);
        } catch (RuntimeException | Error e) {
            exchange.fail(e);
        }
    }
}
