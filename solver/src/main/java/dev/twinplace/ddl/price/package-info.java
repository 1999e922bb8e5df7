/**
 * Our learned policy: an ensemble of small networks states what the shared resources of servers are worth, and every (twin,
 * server) pair is scored at these prices. One trained model serves any number of devices, twins and servers.
 */
package dev.twinplace.ddl.price;
