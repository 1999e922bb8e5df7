package dev.twinplace.service.extender;

/**
 * A node that a scheduler may choose.
 *
 * @param name which is the id of a server
 * @param json the whole node, as the scheduler sent it; empty where it sent names only
 */
record CandidateNode(String name, String json) {}
