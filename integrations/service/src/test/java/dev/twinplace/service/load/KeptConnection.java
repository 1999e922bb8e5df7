package dev.twinplace.service.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A client that posts one body again and again on one connection, with as little work of its own as possible. It connects anew
 * where the server ends the connection with a response.
 */
final class KeptConnection implements AutoCloseable {
    private static final String LENGTH = "content-length: ";

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    KeptConnection(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        out = socket.getOutputStream();
    }

    /** The bytes of a request. */
    static byte[] request(String path, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, request, head.length, bytes.length);
        return request;
    }

    /** Sends a request and reads its response, whose length is stated; returns the status. */
    int exchange(byte[] request) throws IOException {
        out.write(request);
        int status = Integer.parseInt(line().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        long length = 0;
        boolean isLast = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Long.parseLong(header.substring(LENGTH.length()));
            }
            isLast |= header.equalsIgnoreCase("connection: close");
        }
        in.skipNBytes(length);
        if (isLast) {
            socket.close();
            connect();
        }
        return status;
    }

    /** Sends a request and reads a response in chunks; returns how many lines it has. */
    int lines(byte[] request) throws IOException {
        Thread sender = new Thread(() -> {
            try {
                out.write(request);
            } catch (IOException e) { // the reader sees it too
                return;
            }
        });
        sender.start();
        String header = line();
        while (!header.isEmpty()) {
            header = line();
        }
        int lines = 0;
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            byte[] chunk = in.readNBytes(size);
            for (byte each : chunk) {
                lines += each == '\n' ? 1 : 0;
            }
            line();
        }
        line();
        return lines;
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
