package dev.twinplace.service.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Lets those through who know the token, or all if there is none. How long it takes says nothing about the token. */
final class TokenCheck {
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> expected;

    TokenCheck(Optional<String> token) {
        expected = token.map(TokenCheck::digest);
    }

    void require(Request request) {
        if (expected.isEmpty()) {
            return;
        }
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        boolean isBearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String given = isBearer ? header.substring(SCHEME.length()).strip() : "";
        if (!MessageDigest.isEqual(expected.get(), digest(given))) {
            throw new ProblemException(Problem.of(
                    401,
                    "token",
                    "A token is needed",
                    "Authorization: must be Bearer and the token of this service, but "
                            + (header == null ? "is missing" : "is another")));
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
