package dev.twinplace.model;

/** Whether a server takes twins. */
public enum ServerStatus {
    /** Takes twins. */
    UP,
    /** Keeps the twins that are on it, takes no others. */
    DRAIN,
    /** Runs nothing: its twins must leave, except those that stay on a failed server. */
    DOWN
}
