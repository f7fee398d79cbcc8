import type { Endpoint } from '../endpoint.ts';
import { deleteClient, patchClient } from './change-client.ts';
import { createClient } from './create-client.ts';
import { getClient, listClients } from './read-clients.ts';

export const clientEndpoints: Endpoint[] = [listClients, createClient, getClient, patchClient, deleteClient];
